package egov.kiosk.flow.desk;

/** Whether there is a certificate to print (证照打印). */
public enum CertificateState {
  HERE,
  /** The platform has none of this citizen's. */
  NONE,
  /** There is one of more bytes or pages than this machine takes. */
  TOO_LARGE
}
