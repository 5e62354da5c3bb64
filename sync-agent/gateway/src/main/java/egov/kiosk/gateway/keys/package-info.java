/** What a gateway opens and signs with, read anew while it works. */
package egov.kiosk.gateway.keys;
