/** Tokens behind PKCS #11, with SM2 by vendors' mechanisms. */
package egov.kiosk.custody.pkcs11;
