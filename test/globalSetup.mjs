/** Days and times in tests are London's, wherever they run; single tests choose other zones themselves. */
export default function setUp() {
  process.env.TZ = "Europe/London";
}
