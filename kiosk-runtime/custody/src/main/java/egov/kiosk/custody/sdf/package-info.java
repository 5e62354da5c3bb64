/** Cryptographic cards and machines (密码设备) behind the application interface of GM/T 0018, SDF. */
package egov.kiosk.custody.sdf;
