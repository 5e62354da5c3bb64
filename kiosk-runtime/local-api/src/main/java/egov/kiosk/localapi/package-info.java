/**
 * Loopback HTTP for the citizen screens: the pages themselves, JSON in and out, and a live event
 * stream. JSON and HTTP are spoken here and nowhere behind this room.
 *
 * <p>A request passes, in this order: request target, Host, Origin, Sec-Fetch-Site, content type,
 * body size, token, and only then the desk. Threads: Jetty's own pool, named {@code http-*}.
 */
package egov.kiosk.localapi;
