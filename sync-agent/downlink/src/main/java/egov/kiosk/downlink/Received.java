package egov.kiosk.downlink;

import egov.kiosk.domain.fleet.DownChannel;

/** What came down on a channel; the bytes are the holder's own. */
record Received(DownChannel channel, byte[] payload) {}
