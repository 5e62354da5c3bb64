/** Where citizens' telephones bring photos: the province's side of the hand-over (手机传). */
package egov.kiosk.platform.upload;
