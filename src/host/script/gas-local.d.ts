declare module "gas-local" {
  const gas: { require(folder: string, globals: object): object };
  export default gas;
}
