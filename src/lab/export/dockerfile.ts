import { programs } from "../run/programs.ts";

/** What one looks into a node with. */
const BESIDES = ["procps"];

/** One image for every node, with the programs of the labs of this machine. */
export function dockerfile(): string {
  const packages = [...new Set([...programs.map((program) => program.package), ...BESIDES])].sort();
  return `FROM debian:12-slim
RUN apt-get update \\
 && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \\
${packages.map((name) => `      ${name} \\`).join("\n")}
 && rm -rf /var/lib/apt/lists/*
CMD ["sleep", "infinity"]
`;
}
