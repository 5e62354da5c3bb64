/** Sign-in of the people who work at a kiosk (身份鉴别), offline as online. */
package egov.kiosk.access;
