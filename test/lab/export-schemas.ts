/**
 * What of the two formats an exported lab uses, written down from their documentation, and strict: what is not here, the
 * export does not write. https://containerlab.dev/manual/topo-def-file/ and https://containerlab.dev/manual/nodes/
 */
const texts = { type: "array", minItems: 1, uniqueItems: true, items: { type: "string" } } as const;

/** A label of RFC 1035, short enough that with a hyphen and a device of 5 characters it is the name of a device. */
const NODE = "^[a-z]([a-z0-9-]{0,7}[a-z0-9])?$";
const ENDPOINT = `${NODE.slice(0, -1)}:e[0-9]{1,4}$`;

export const containerlabSchema = {
  type: "object",
  additionalProperties: false,
  required: ["name", "topology"],
  properties: {
    name: { type: "string", pattern: "^[a-z]([a-z0-9-]{0,38}[a-z0-9])?$" },
    topology: {
      type: "object",
      additionalProperties: false,
      required: ["nodes"],
      properties: {
        nodes: {
          type: "object",
          propertyNames: { pattern: NODE },
          additionalProperties: {
            type: "object",
            additionalProperties: false,
            required: ["kind", "image", "labels", "binds", "exec"],
            properties: {
              kind: { const: "linux" },
              image: { type: "string" },
              labels: { type: "object", additionalProperties: { type: "string", minLength: 1 } },
              binds: {
                ...texts,
                items: { type: "string", pattern: "^(nodes|secrets)/[a-z0-9.-]+:/run/isthmus/[a-z./]+:ro$" },
              },
              exec: texts,
            },
          },
        },
        links: {
          type: "array",
          minItems: 1,
          items: {
            type: "object",
            additionalProperties: false,
            required: ["endpoints"],
            properties: {
              endpoints: { ...texts, minItems: 2, maxItems: 2, items: { type: "string", pattern: ENDPOINT } },
            },
          },
        },
      },
    },
  },
} as const;

/** https://containerlab.dev/manual/clabernetes/ and the reference of its Topology. */
export const c9sSchema = {
  type: "object",
  additionalProperties: false,
  required: ["apiVersion", "kind", "metadata", "spec"],
  properties: {
    apiVersion: { const: "clabernetes.containerlab.dev/v1alpha1" },
    kind: { const: "Topology" },
    metadata: {
      type: "object",
      additionalProperties: false,
      required: ["name"],
      properties: { name: containerlabSchema.properties.name },
    },
    spec: {
      type: "object",
      additionalProperties: false,
      required: ["definition", "naming", "deployment"],
      properties: {
        definition: {
          type: "object",
          additionalProperties: false,
          required: ["containerlab"],
          properties: { containerlab: { type: "string" } },
        },
        deployment: {
          type: "object",
          additionalProperties: false,
          properties: {
            filesFromConfigMap: {
              type: "object",
              propertyNames: { pattern: NODE },
              additionalProperties: {
                type: "array",
                items: {
                  type: "object",
                  additionalProperties: false,
                  required: ["configMapName", "configMapPath", "filePath", "mode"],
                  properties: {
                    configMapName: {
                      type: "string",
                      maxLength: 253,
                      pattern: "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$",
                    },
                    configMapPath: { type: "string", pattern: "^[a-z.]+$" },
                    filePath: { type: "string" },
                    mode: { enum: ["read", "execute"] },
                  },
                },
              },
            },
          },
        },
        expose: {
          type: "object",
          additionalProperties: false,
          properties: { disableExpose: { type: "boolean" } },
        },
        naming: { enum: ["prefixed", "non-prefixed", "global"] },
      },
    },
  },
} as const;
