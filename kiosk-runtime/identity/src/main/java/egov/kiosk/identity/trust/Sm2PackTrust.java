package egov.kiosk.identity.trust;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.certificate.TrustStore;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.crypto.message.SignedMessage;
import egov.kiosk.identity.pack.FacePackException;
import egov.kiosk.identity.pack.PackFile;
import egov.kiosk.identity.pack.PackManifest;
import egov.kiosk.identity.pack.PackTrust;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;

/**
 * Believes manifests by their digest, or by their SM2 signature (GB/T 32918.2) in a GB/T 35275
 * SignedData. Files of authorities are read at each check: a pack is read seldom.
 */
public final class Sm2PackTrust implements PackTrust {
  private final TrustSettings settings;
  private final InstantSource clock;
  private final boolean expiredToo;

  private Sm2PackTrust(TrustSettings settings, InstantSource clock, boolean expiredToo) {
    this.settings = settings;
    this.clock = clock;
    this.expiredToo = expiredToo;
  }

  /** For installing a pack: its maker's certificate must be valid now. */
  public static Sm2PackTrust forInstalling(TrustSettings settings, InstantSource clock) {
    return new Sm2PackTrust(settings, clock, false);
  }

  /**
   * For a pack that was installed before. That its maker's certificate ran out since takes no
   * working pack out of service; that it was revoked does.
   */
  public static Sm2PackTrust forInstalled(TrustSettings settings, InstantSource clock) {
    return new Sm2PackTrust(settings, clock, true);
  }

  @Override
  public String check(byte[] manifest, Optional<byte[]> signature) throws FacePackException {
    String digest = PackFile.sm3(manifest);
    if (settings.pins().contains(digest)) {
      return "pinned by its digest";
    }
    if (signature.isEmpty()) {
      throw new FacePackException(
          "the face pack is not signed, and the SM3 of its manifest, "
              + digest
              + ", is not pinned in identity.packPins");
    }
    try {
      return signedBy(manifest, signature.get());
    } catch (CryptoException e) {
      throw new FacePackException(
          "the face pack's signature is not believed: " + e.getMessage(), e);
    }
  }

  private String signedBy(byte[] manifest, byte[] signature)
      throws CryptoException, FacePackException {
    SignedMessage signed = SignedMessage.readContentInfo(signature);
    if (!Arrays.equals(signed.content(), manifest)) {
      throw new FacePackException(
          PackManifest.SIGNATURE_NAME + " belongs to another manifest, or this one was changed");
    }
    Sm2Certificate signer = signed.signer();
    if (settings.own().isPresent() && isOwn(signer)) {
      return "signed by this kiosk";
    }
    if (settings.authorities().isEmpty()) {
      throw new FacePackException(
          "the face pack is signed by a stranger: identity.packAuthorities names no authority");
    }
    TrustStore trust =
        TrustStore.of(PemFiles.readCertificates(settings.authorities().orElseThrow()));
    check(trust, signer);
    if (!signer.commonName().equals(settings.maker())) {
      throw new FacePackException(
          "the face pack is signed by somebody else than identity.packMaker says");
    }
    return "signed by " + settings.maker();
  }

  private boolean isOwn(Sm2Certificate signer) throws CryptoException {
    return PemFiles.readCertificates(settings.own().orElseThrow()).contains(signer);
  }

  private void check(TrustStore trust, Sm2Certificate signer) throws CryptoException {
    try {
      trust.check(signer, CertificateUse.SIGN, clock.instant());
    } catch (CryptoException e) {
      if (!expiredToo || e.fault() != CryptoFault.CERTIFICATE_EXPIRED) {
        throw e;
      }
      trust.check(signer, CertificateUse.SIGN, signer.notAfter());
    }
  }
}
