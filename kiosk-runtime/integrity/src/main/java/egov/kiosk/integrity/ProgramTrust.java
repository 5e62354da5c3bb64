package egov.kiosk.integrity;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.certificate.TrustStore;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.crypto.message.SignedMessage;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;

/**
 * Whose lists are believed: signed by a certificate of that name, issued by an authority of that
 * file. A program that was released while the certificate was valid stays believed when it has run
 * out since; the clock of a kiosk may be wrong.
 *
 * @param authorities PEM
 * @param signer the common name of the signing certificate
 */
public record ProgramTrust(Path authorities, String signer) {
  /** The name that both the laboratory's and a release's certificate have. */
  public static final String SIGNER = "program-release";

  /**
   * Reads a signed list.
   *
   * @throws ProgramListException when it is not believed
   */
  public ProgramList check(byte[] list, byte[] signature, InstantSource clock)
      throws ProgramListException {
    try {
      SignedMessage signed = SignedMessage.readContentInfo(signature);
      if (!Arrays.equals(signed.content(), list)) {
        throw new ProgramListException("the list of program files is not the one that was signed");
      }
      Sm2Certificate by = signed.signer();
      check(TrustStore.of(PemFiles.readCertificates(authorities)), by, clock);
      if (!by.commonName().equals(signer)) {
        throw new ProgramListException(
            "the list of program files is signed by somebody who does not release programs");
      }
    } catch (CryptoException e) {
      throw new ProgramListException(
          "the signature of the list of program files is not believed: " + e.getMessage(), e);
    }
    return ProgramList.parse(list);
  }

  private static void check(TrustStore trust, Sm2Certificate by, InstantSource clock)
      throws CryptoException {
    try {
      trust.check(by, CertificateUse.SIGN, clock.instant());
    } catch (CryptoException e) {
      if (e.fault() != CryptoFault.CERTIFICATE_EXPIRED
          && e.fault() != CryptoFault.CERTIFICATE_NOT_YET_VALID) {
        throw e;
      }
      trust.check(by, CertificateUse.SIGN, by.notBefore());
    }
  }
}
