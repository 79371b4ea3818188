import { defineConfig } from '@graphql-mesh/compose-cli';
import { loadGrpcSubgraph } from '@omnigraph/grpc';

export const composeConfig = defineConfig({
  subgraphs: [
    {
      sourceHandler: loadGrpcSubgraph('catalog', {
        endpoint: process.env.CATALOG!,
        source: { file: process.env.PROTOS + '/bench/catalog_service.proto', load: { includeDirs: [process.env.PROTOS!] } },
      }),
    },
  ],
});
