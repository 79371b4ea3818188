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
      post(request, options?.headers, stop.signal)
        .then((result) => {
          next(result);
          complete();
        })
        .catch((reason) => stop.signal.aborted || error(reason));
      return { unsubscribe: () => stop.abort() };
    },
  };
}

async function post(request, headers, signal) {
  const response = await fetch("graphql", {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/graphql-response+json, application/json;q=0.9",
      ...headers,
    },
    body: JSON.stringify(request),
    signal,
  });
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return `${response.status} ${response.statusText}\n\n${text}`;
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
