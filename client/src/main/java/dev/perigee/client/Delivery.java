package dev.perigee.client;

/** How the body of a reply is had. */
enum Delivery {
    /** When all of it is there. */
    WHOLE,
    /** While it arrives. */
    STREAMED
}
