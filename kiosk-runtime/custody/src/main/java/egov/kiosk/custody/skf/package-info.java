/** Smart keys (智能密码钥匙) behind the application interface of GM/T 0016, SKF. */
package egov.kiosk.custody.skf;
