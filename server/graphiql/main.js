// The page at /graphql: GraphiQL, talking to the address that the page came from.
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { GraphiQL } from "graphiql";
import "graphiql/graphiql.css";
import "./page.css";

const example = `# GraphiQL: write a query, run it with the button above or with Ctrl-Enter.
# Ctrl-Space completes; the book in the left margin opens the documentation.
{
  __typename
}
`;

// As an observable, so that the stop button has something to stop: the server notices, and cancels what still runs.
function fetcher(request, options) {
  return {
    subscribe({ next, error, complete }) {
      const stop = new AbortController();
      ask(request, options?.headers, stop.signal, next)
        .then(complete)
        .catch((reason) => stop.signal.aborted || error(reason));
      return { unsubscribe: () => stop.abort() };
    },
  };
}

// The server answers a subscription with events, and all else with JSON.
async function ask(request, headers, signal, next) {
  const response = await fetch("graphql", {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/graphql-response+json, application/json;q=0.9, text/event-stream;q=0.8",
      ...headers,
    },
    body: JSON.stringify(request),
    signal,
  });
  if (response.headers.get("content-type")?.startsWith("text/event-stream")) return events(response.body, next);
  const text = await response.text();
  try {
    next(JSON.parse(text));
  } catch {
    next(`${response.status} ${response.statusText}\n\n${text}`);
  }
}

// Each event of ours has one line of data; a stream that ends without "complete" was cut off.
async function events(body, next) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  for (let rest = ""; ; ) {
    const { value, done } = await reader.read();
    if (done) throw new Error("The server has ended the subscription.");
    const blocks = (rest + value).split("\n\n");
    rest = blocks.pop();
    for (const block of blocks) {
      if (block.startsWith("event: complete")) return;
      const data = block.match(/^data: (.*)$/m);
      if (data) next(JSON.parse(data[1]));
    }
  }
}

// A link may bring a query along, in the parameters of a GET request.
const link = new URLSearchParams(location.search);

createRoot(document.getElementById("graphiql")).render(
  createElement(GraphiQL, {
    fetcher,
    defaultQuery: example,
    query: link.get("query") ?? undefined,
    variables: link.get("variables") ?? undefined,
    operationName: link.get("operationName") ?? undefined,
    inputValueDeprecation: true,
    schemaDescription: true,
  }),
);
