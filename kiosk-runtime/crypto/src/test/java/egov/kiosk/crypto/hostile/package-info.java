/** Everything that takes bytes from outside, fed with bytes it must refuse. */
package egov.kiosk.crypto.hostile;
