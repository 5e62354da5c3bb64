/** 人证核验 on the device: is the person before the camera the person on the card? */
package egov.kiosk.identity;
