package egov.kiosk.enrolment.device;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.Pkcs10;
import egov.kiosk.crypto.custody.FreshKeys;
import egov.kiosk.crypto.custody.KeyEnrolment;
import egov.kiosk.crypto.custody.KeyFiles;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.domain.enrolment.EnrolmentCode;
import egov.kiosk.enrolment.message.CodeKeys;
import egov.kiosk.enrolment.message.EnrolmentAnswer;
import egov.kiosk.enrolment.message.EnrolmentRequest;
import egov.kiosk.enrolment.message.Turns;
import egov.kiosk.tls.national.AuthorityPins;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes this machine a kiosk. Cut off at any point, the machine is who it was or who it is to be:
 * keys and request wait aside; the answer, once it was found good, decides; what is left after that
 * is done by the next call of {@link #finish}. For one thread, while no kiosk runs.
 */
public final class Enroller {
  private final DeviceSettings settings;
  private final KeyEnrolment custody;
  private final Workplace workplace;
  private final InstantSource clock;
  private final SecureRandom random;

  /**
   * @param custody closed by the caller
   * @param clock decides whether certificates are valid
   * @param random the system's generator
   */
  public Enroller(
      DeviceSettings settings,
      KeyEnrolment custody,
      Workplace workplace,
      InstantSource clock,
      SecureRandom random) {
    this.settings = settings;
    this.custody = custody;
    this.workplace = workplace;
    this.clock = clock;
    this.random = random;
  }

  /**
   * What the technician brings.
   *
   * @param code from the operator
   * @param transfer whether this machine takes the place of one that was this kiosk until now
   * @param machine the security module (SAM) of the card reader, or empty
   * @param pins the authorities to believe
   */
  public record Wish(EnrolmentCode code, boolean transfer, String machine, AuthorityPins pins) {}

  /** Something that has to be on the disk before this machine may be a kiosk. */
  public interface Proved {
    /**
     * The platform has the code, and its answer is believed; nothing is decided yet.
     *
     * @throws IOException when it could not be done; then nothing is decided
     */
    void proved() throws IOException;
  }

  /** Enrols, with nothing to be done before it is decided. */
  public void enrol(Wish wish, Conversation line) throws IOException, CryptoException {
    enrol(wish, line, () -> {});
  }

  /**
   * Enrols, or finishes what was begun with the same code.
   *
   * @param proved done between the platform's proof and the decision: cut off after it, the same
   *     code gives the same answer again
   * @throws RefusedException when the platform refuses or is not believed; nothing changed
   * @throws CryptoException when keys cannot be made or used
   * @throws IOException when the line or the disk fails; trying again with the same code is safe
   */
  public void enrol(Wish wish, Conversation line, Proved proved)
      throws IOException, CryptoException {
    if (finish()) {
      return;
    }
    workplace.open();
    FreshKeys keys = custody.prepare();
    CodeKeys codeKeys = CodeKeys.of(wish.code());
    byte[] request = request(wish, keys, codeKeys);
    byte[] challenge = heard(line.say(request));
    byte[] ciphertext =
        Turns.challenged(codeKeys, request, challenge).orElseThrow(Enroller::notBelieved);
    byte[] opened = ciphertext.length == 0 ? ciphertext : keys.open(ciphertext);
    byte[] said = heard(line.say(Turns.proof(codeKeys, request, opened)));
    EnrolmentAnswer answer =
        EnrolmentAnswer.parse(said, codeKeys).orElseThrow(Enroller::notBelieved);
    if (!answer.request().equals(EnrolmentRequest.parse(request).orElseThrow().digest())) {
      throw notBelieved();
    }
    new AnswerCheck(settings, wish.pins(), clock.instant()).check(answer, keys);
    proved.proved();
    workplace.decide(said);
    install(answer);
  }

  /** The request that waits, when it is the very same wish, or a new one. */
  private byte[] request(Wish wish, FreshKeys keys, CodeKeys codeKeys)
      throws IOException, CryptoException {
    EnrolmentRequest wanted =
        new EnrolmentRequest(
            codeKeys.id(),
            settings.kioskId(),
            wish.transfer(),
            wish.machine(),
            Pkcs10.make(settings.kioskId(), keys.signing(), keys::sign),
            keys.encryption());
    Optional<EnrolmentRequest.Received> waiting =
        workplace.request().flatMap(EnrolmentRequest::parse);
    if (waiting.isPresent()
        && waiting.get().madeWith(codeKeys)
        && same(waiting.get().request(), wanted)) {
      return waiting.get().encoded();
    }
    byte[] fresh = wanted.encode(codeKeys, random);
    workplace.keepRequest(fresh);
    return fresh;
  }

  private static boolean same(EnrolmentRequest one, EnrolmentRequest other) {
    return one.codeId().equals(other.codeId())
        && one.kioskId().equals(other.kioskId())
        && one.transfer() == other.transfer()
        && one.machine().equals(other.machine())
        && one.signing().publicKey().equals(other.signing().publicKey())
        && one.encryption().equals(other.encryption());
  }

  /**
   * Finishes an enrolment that was decided and cut off.
   *
   * @return whether there was one
   */
  public boolean finish() throws IOException, CryptoException {
    Optional<byte[]> decided = workplace.answer();
    if (decided.isEmpty()) {
      return false;
    }
    install(
        EnrolmentAnswer.parseKept(decided.get())
            .orElseThrow(
                () -> new IOException("the kept answer is damaged; ask for a new code and enrol")));
    return true;
  }

  private void install(EnrolmentAnswer answer) throws IOException, CryptoException {
    List<KeyEnrolment.Placement> places = new ArrayList<>();
    add(places, settings.trustFile(), PemFiles.text(answer.authorities()));
    add(places, settings.platformFile(), PemFiles.text(List.of(answer.platformEncryption())));
    settings
        .revocationFile()
        .filter(file -> !answer.lists().isEmpty())
        .ifPresent(file -> add(places, file, PemFiles.listsText(answer.lists())));
    places.addAll(custody.accept(answer.pair(), answer.wrapped()));
    if (settings.signingFiles().isPresent()) {
      // What was to be renewed is of the identity that is over.
      KeyFiles.Pair over = settings.signingFiles().get();
      Files.deleteIfExists(next(over.key()));
      Files.deleteIfExists(next(over.certificate()));
    }
    for (KeyEnrolment.Placement placement : places) {
      workplace.place(placement.place(), placement.content());
    }
    workplace.finish();
  }

  private static void add(List<KeyEnrolment.Placement> places, Path place, String text) {
    places.add(new KeyEnrolment.Placement(place, text.getBytes(StandardCharsets.US_ASCII)));
  }

  private static Path next(Path file) {
    return file.resolveSibling(file.getFileName() + ".next");
  }

  private static byte[] heard(byte[] said) throws RefusedException {
    if (Turns.isRefused(said)) {
      throw new RefusedException(
          "the platform refuses; compare code and kiosk id with the operator's, who sees the reason"
              + " in the platform's log");
    }
    return said;
  }

  private static RefusedException notBelieved() {
    return new RefusedException(
        "whoever answers does not have this code; check address and authority with the operator");
  }
}
