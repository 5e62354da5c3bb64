package egov.kiosk.enrolment.device;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.AlternativeNames;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.RevocationList;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.certificate.TrustStore;
import egov.kiosk.crypto.custody.FreshKeys;
import egov.kiosk.crypto.sm.Sm2PublicKey;
import egov.kiosk.enrolment.message.EnrolmentAnswer;
import egov.kiosk.tls.national.AuthorityPins;
import java.time.Instant;
import java.util.List;

/** Whether an answer makes this machine the kiosk it asked to be, before anything is kept of it. */
final class AnswerCheck {
  private final DeviceSettings settings;
  private final AuthorityPins pins;
  private final Instant now;

  AnswerCheck(DeviceSettings settings, AuthorityPins pins, Instant now) {
    this.settings = settings;
    this.pins = pins;
    this.now = now;
  }

  void check(EnrolmentAnswer answer, FreshKeys keys) throws RefusedException {
    Sm2PublicKey encryption = answer.pair().encryption().publicKey();
    boolean ours =
        answer.pair().signing().publicKey().equals(keys.signing())
            && (keys.encryption().isPresent()
                ? answer.wrapped().isEmpty() && encryption.equals(keys.encryption().get())
                : answer.wrapped().isPresent()
                    && encryption.equals(answer.wrapped().get().publicKey()));
    require(ours, "its certificates are over other keys than this machine's");
    require(
        named(answer.pair().signing()) && named(answer.pair().encryption()),
        "its certificates name another kiosk");
    require(
        answer.platformSigning().commonName().equals(settings.platformSigner()),
        "its platform is not called as crypto.platformSignCn says; correct that");
    require(
        answer.authorities().stream().anyMatch(pins::names),
        "no authority with the digest that was given is in it");
    try {
      chain(answer);
    } catch (CryptoException e) {
      throw refused("its certificates do not hold: " + e.getMessage());
    }
  }

  private boolean named(Sm2Certificate certificate) {
    AlternativeNames names = certificate.alternativeNames();
    return certificate.commonName().equals(settings.kioskId())
        && names.dnsNames().equals(List.of(settings.kioskId()))
        && names.addresses().isEmpty();
  }

  private void chain(EnrolmentAnswer answer) throws CryptoException {
    TrustStore trust =
        TrustStore.of(
            answer.authorities().stream()
                .filter(one -> pins.names(one) || !one.issuedUnderOwnName())
                .toList());
    for (RevocationList list : answer.lists()) {
      trust = trust.with(list);
    }
    trust.check(answer.pair().signing(), CertificateUse.SIGN, now);
    trust.check(answer.pair().encryption(), CertificateUse.ENCRYPT, now);
    trust.check(answer.platformSigning(), CertificateUse.SIGN, now);
    trust.check(answer.platformEncryption(), CertificateUse.ENCRYPT, now);
  }

  private static void require(boolean holds, String what) throws RefusedException {
    if (!holds) {
      throw refused(what);
    }
  }

  private static RefusedException refused(String what) {
    return new RefusedException("the platform's answer is not taken: " + what);
  }
}
