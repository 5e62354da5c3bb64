package egov.kiosk.custody.skf;

/**
 * How a vendor lets the encryption key of a container decrypt. GM/T 0016-2012 knows no such call
 * (it imports a session key and keeps it inside), so vendors added their own; which one it is
 * stands in the vendor's manual, and a wrong choice of arguments can crash the process.
 */
public enum SkfDecrypt {
  /** None: this device only signs. */
  NONE,
  /** {@code SKF_ECCPrvKeyDecrypt(container, cipher, plain, length)}. */
  ECC_PRV_KEY_DECRYPT,
  /** {@code SKF_ECCDecrypt(container, cipher, plain, length)}. */
  ECC_DECRYPT,
  /** {@code SKF_ECCDecrypt(container, signFlag, cipher, plain, length)}. */
  ECC_DECRYPT_WITH_FLAG
}
