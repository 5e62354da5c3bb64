/**
 * Private keys that live in a device (密钥托管): PKCS#11 tokens, smart keys behind SKF (GM/T 0016),
 * cards and machines behind SDF (GM/T 0018). A vendor's C library is loaded into this process; when
 * it crashes, the process dies and the service manager starts it again (see decision 9).
 */
package egov.kiosk.custody;
