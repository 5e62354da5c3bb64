package egov.kiosk.documents.verify;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.seal.SealSignature;
import egov.kiosk.crypto.sm.Sm3;
import egov.kiosk.documents.ofd.Container;
import egov.kiosk.domain.document.DocumentCheck;
import egov.kiosk.domain.document.DocumentVerifier;
import egov.kiosk.domain.document.SealFacts;
import egov.kiosk.domain.document.Verdict;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Verifies OFD documents with one seal by GB/T 38540-2020 over every part of them. Limits: 16 MiB,
 * 1000 parts, 64 MiB unpacked. Stateless but for the trust it was given; safe for use by any
 * thread.
 */
public final class OfdVerifier implements DocumentVerifier {
  private final SealTrust trust;
  private final InstantSource clock;

  /**
   * @param trust whom to believe
   * @param clock only to refuse documents sealed in the future
   */
  public OfdVerifier(SealTrust trust, InstantSource clock) {
    this.trust = Objects.requireNonNull(trust, "trust");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  @Override
  public DocumentCheck verify(byte[] document) {
    Optional<SealFacts> facts = Optional.empty();
    try {
      byte[] file = document.clone();
      Entries entries = Entries.open(file);
      SignedParts parts = SignedParts.find(entries);
      SealSignature signature = signature(entries, parts);
      facts = Optional.of(facts(signature));
      checkUnaltered(entries, parts, signature);
      if (parts.ours() && !Arrays.equals(Container.pack(entries.all()), file)) {
        throw Refusal.altered("the container is not the one that was written");
      }
      trust.check(signature, clock.instant());
      return new DocumentCheck(Verdict.VALID, "nothing was altered since it was sealed", facts);
    } catch (Refusal refusal) {
      return new DocumentCheck(refusal.verdict(), refusal.getMessage(), facts);
    }
  }

  private static SealSignature signature(Entries entries, SignedParts parts) throws Refusal {
    try {
      return SealSignature.parse(entries.bytes(parts.signedValue()));
    } catch (CryptoException e) {
      throw Refusal.unsupported("the seal is none of GB/T 38540-2020, or one with extras");
    }
  }

  private static SealFacts facts(SealSignature signature) {
    return new SealFacts(
        signature.seal().content().id(),
        signature.seal().content().name(),
        signature.signer().commonName(),
        signature.sealedAt());
  }

  private static void checkUnaltered(Entries entries, SignedParts parts, SealSignature signature)
      throws Refusal {
    require(
        Arrays.equals(Sm3.digest(entries.bytes(parts.signature())), signature.digest())
            && signature.isGenuine(),
        "the list of protected parts is not the one that was sealed");
    require(
        Place.of("", signature.property()).equals(parts.signature()),
        "the seal was put on something else");
    require(signature.seal().isGenuine(), "the seal itself was altered");
    if (parts.seal().isPresent()) {
      require(
          Arrays.equals(entries.bytes(parts.seal().get()), signature.seal().encoded()),
          "the seal that is shown is not the one that was put");
    }
    Set<String> covered = new HashSet<>(parts.digests().keySet());
    covered.add(parts.signature());
    covered.add(parts.signedValue());
    require(
        covered.equals(entries.names()) && parts.digests().size() + 2 == covered.size(),
        "parts were added to the document or taken away");
    for (Map.Entry<String, byte[]> part : parts.digests().entrySet()) {
      require(
          Arrays.equals(entries.digest(part.getKey()), part.getValue()),
          "a part of the document was altered");
    }
  }

  private static void require(boolean fine, String otherwise) throws Refusal {
    if (!fine) {
      throw Refusal.altered(otherwise);
    }
  }
}
