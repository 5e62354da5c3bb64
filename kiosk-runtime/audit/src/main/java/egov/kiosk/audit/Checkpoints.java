package egov.kiosk.audit;

import egov.kiosk.audit.record.Attributes;
import egov.kiosk.audit.record.Chain;
import egov.kiosk.audit.record.Draft;
import egov.kiosk.audit.store.AnchorFile;
import egov.kiosk.audit.store.Journal;
import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.sm.Sm3;
import egov.kiosk.domain.audit.AuditAnchor;
import egov.kiosk.domain.audit.AuditHead;
import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.audit.AuditSigner;
import egov.kiosk.domain.audit.AuditUnavailableException;
import egov.kiosk.domain.envelope.SealException;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Signs where the chain stands. The signature is a record of the chain itself, over a head a few
 * records before it, so that writers never wait for a slow key. For one thread.
 */
final class Checkpoints {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int KEY_ID = 16;

  private final String kioskId;
  private final Journal journal;
  private final AnchorFile anchors;
  private final Supplier<Optional<AuditSigner>> signer;
  private final InstantSource clock;
  private long signedAt;
  private volatile String problem = "";

  Checkpoints(
      String kioskId,
      Journal journal,
      AnchorFile anchors,
      Supplier<Optional<AuditSigner>> signer,
      InstantSource clock) {
    this.kioskId = kioskId;
    this.journal = journal;
    this.anchors = anchors;
    this.signer = signer;
    this.clock = clock;
    // The record that says so follows the newest head that was signed.
    signedAt = anchors.newest().map(anchor -> anchor.head().sequence() + 1).orElse(0L);
  }

  /** How many records are behind no signed head. */
  long open() {
    return Math.max(0, journal.end().sequence() - signedAt);
  }

  /** Why the last head could not be signed; empty when it could. */
  String problem() {
    return problem;
  }

  /** Signs where the chain stands on the disk, unless nothing is new; whether that is done. */
  boolean sign() {
    if (open() == 0) {
      return true;
    }
    Optional<AuditSigner> by = signer.get();
    if (by.isEmpty()) {
      problem = "no key is open";
      return false;
    }
    try {
      sign(by.get());
      problem = "";
      return true;
    } catch (SealException | CryptoException e) {
      problem = "keys or certificate are not in order";
    } catch (AuditUnavailableException | IOException e) {
      problem = "it cannot be written";
    }
    return false;
  }

  private void sign(AuditSigner by)
      throws SealException, CryptoException, AuditUnavailableException, IOException {
    AuditHead head = head(Sm2Certificate.parse(by.certificate()));
    AuditSigner.Signed signed = by.sign(head.signedBytes());
    if (!hex(signed.certificate()).equals(head.certificateSm3())) {
      throw new SealException("the certificate was changed meanwhile", null);
    }
    AuditAnchor anchor = new AuditAnchor(head, signed.certificate(), signed.signature());
    journal.commit(record(anchor), PATIENCE);
    signedAt = journal.end().sequence();
    anchors.offer(anchor);
  }

  private AuditHead head(Sm2Certificate certificate) {
    Chain.End end = journal.end();
    Optional<AuditHead> before = anchors.sent().map(AuditAnchor::head);
    // A chain that began anew beside an old anchor starts from nothing.
    before = before.filter(one -> one.chain().equals(journal.chain()));
    before = before.filter(one -> one.sequence() < end.sequence());
    return new AuditHead(
        kioskId,
        journal.chain(),
        end.sequence(),
        end.sm3(),
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        hex(certificate.publicKey().encoded()).substring(0, KEY_ID),
        hex(certificate.encoded()),
        before.map(AuditHead::sequence).orElse(0L),
        before.map(AuditHead::sm3).orElse(AuditHead.ZERO));
  }

  private static Draft record(AuditAnchor anchor) {
    AuditHead head = anchor.head();
    return Draft.own(
        Draft.Own.CHECKPOINT,
        AuditResult.DONE,
        new Attributes()
            .put("covers", head.sequence())
            .put("head", head.sm3())
            .put("at", head.at().toString())
            .put("key", head.keyId())
            .put("certificate", head.certificateSm3())
            .put("previous", head.previousSequence())
            .put("previous-head", head.previousSm3())
            .put("signature", Base64.getEncoder().encodeToString(anchor.signature())));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(Sm3.digest(bytes));
  }
}
