package egov.kiosk.documents.seal;

/**
 * Where this house keeps the parts of the one seal of a document, and how it calls itself there.
 */
public final class SealPaths {
  /** The file that lists what is protected; the only one, with the next, that no digest covers. */
  public static final String SIGNATURE = "Doc_0/Signs/Sign_0/Signature.xml";

  /** The signature over that file. */
  public static final String SIGNED_VALUE = "Doc_0/Signs/Sign_0/SignedValue.dat";

  /** The seal itself. */
  public static final String SEAL = "Doc_0/Signs/Sign_0/Seal.esl";

  /** Names this house as the one that wrote container and signature. */
  public static final String PROVIDER = "egov-kiosk-documents";

  private SealPaths() {}
}
