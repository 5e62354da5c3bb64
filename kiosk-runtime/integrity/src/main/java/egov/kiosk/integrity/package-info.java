/**
 * The program as it was released (程序完整性): a list of its files with their SM3 digests, signed with
 * SM2, and the check whether what lies on the disk is still that.
 */
package egov.kiosk.integrity;
