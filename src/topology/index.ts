export { buildTopology } from "./build-topology.ts";
