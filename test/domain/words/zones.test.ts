/** Every test of the domain runs in three zones; this one shows that the zone is really another. */
test("the clock stands in the zone that the run names", () => {
  const hour: Record<string, number> = {
    "Europe/London": 1, // Britain kept summer time all through 1970
    "Pacific/Auckland": 12,
    "America/Los_Angeles": 16,
  };
  expect(new Date(0).getHours()).toBe(hour[process.env.TZ ?? ""]);
});
