/**
 * Card portraits by a library the site has a licence for (WLT, GA 450), never shipped with this
 * house. It runs in a process of its own, so that its crash, hang or licence check costs a portrait
 * and nothing else.
 */
package egov.kiosk.portraitdecoder;
