package egov.kiosk.flow.step;

import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.citizen.CredentialKind;
import egov.kiosk.domain.device.CodeKind;
import egov.kiosk.domain.device.CodeScanner;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.ScannedCode;
import egov.kiosk.domain.inquiry.Asking;
import egov.kiosk.domain.inquiry.Inquiries;
import egov.kiosk.domain.inquiry.Redemption;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.DeskException.Reason;
import egov.kiosk.flow.desk.EntryView.Code;
import egov.kiosk.flow.desk.EntryView.CodeState;
import egov.kiosk.flow.desk.EntryView.WayState;
import egov.kiosk.flow.desk.Problem;
import egov.kiosk.flow.session.FlowFault;
import egov.kiosk.flow.session.Session;
import egov.kiosk.flow.session.SessionState;
import egov.kiosk.flow.surroundings.EntryWays;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a code on a telephone in a card's place. What was scanned goes to its platform in one
 * sealed question and nowhere else; only what the platform answers is believed.
 */
final class CodeStep {
  private static final Logger LOG = LoggerFactory.getLogger(CodeStep.class);

  private final Tools tools;
  private final Entrance entrance;

  CodeStep(Tools tools, Entrance entrance) {
    this.tools = tools;
    this.entrance = entrance;
  }

  /** The citizen takes this way. */
  void open(Session session, Action.UseCode press) throws DeskException {
    boolean taken = session.item().profile().entries().contains(CredentialKind.CODE);
    if (!taken || !tools.ports().otherCredentials()) {
      throw new DeskException(Reason.WRONG_STEP);
    }
    tools.journey().go(session, SessionState.SHOW_CODE);
    switch (EntryWays.state(CredentialKind.CODE, tools.ports())) {
      case READY -> session.entry().code(new Code(CodeState.CHOOSING, null));
      case NO_LINE -> trouble(session, FlowFault.CODE_NO_LINE);
      case OUT_OF_ORDER -> scannerFailed(session, FaultCode.NO_DEVICE);
    }
  }

  /** The citizen says which code it is. */
  void choose(Session session, Action.ShowCode chosen) throws DeskException {
    if (chosen.kind() == CodeKind.SLIP) {
      throw new DeskException(Reason.WRONG_STEP);
    }
    session.cancelErrand();
    session.entry().code(new Code(CodeState.WAITING, chosen.kind()));
    listen(session);
  }

  /** Goes on waiting when the last look ended without a word; scanners come and go. */
  void beat(Session session) {
    boolean waits = session.entry().code().state() == CodeState.WAITING;
    if (waits && session.errand() == null) {
      listen(session);
    }
  }

  /**
   * Nothing was shown yet: looks on.
   *
   * @return whether there is something new to show
   */
  boolean again(Session session) {
    SessionState before = session.state();
    session.errand(null);
    listen(session);
    return session.state() != before;
  }

  private void listen(Session session) {
    WayState state = EntryWays.state(CredentialKind.CODE, tools.ports());
    Optional<CodeScanner> scanner = tools.ports().codeScanner();
    if (state == WayState.NO_LINE) {
      trouble(session, FlowFault.CODE_NO_LINE);
    } else if (state == WayState.OUT_OF_ORDER || scanner.isEmpty()) {
      scannerFailed(session, FaultCode.NO_DEVICE);
    } else {
      CodeKind kind = session.entry().code().kind();
      new CodeScan(session, tools.floor(), this, scanner.get(), kind).begin(tools.worker());
    }
  }

  /** A code was shown: asks whose it is, and lets go of it. */
  void scanned(Session session, ScannedCode code) {
    Optional<Inquiries> platform = tools.ports().inquiries();
    if (platform.isEmpty() || !tools.ports().online()) {
      code.close();
      trouble(session, FlowFault.CODE_NO_LINE);
      return;
    }
    Asking asking;
    try (code) {
      asking = asking(session, code);
    } catch (IllegalStateException e) {
      // Its minute was over before it was read here.
      trouble(session, FlowFault.CODE_EXPIRED);
      return;
    }
    tools.journey().go(session, SessionState.REDEEMING);
    session.entry().code(new Code(CodeState.ASKING, code.kind()));
    new CodeQuestion(session, tools.floor(), this, platform.get(), asking).begin(tools.worker());
  }

  private static Asking asking(Session session, ScannedCode code) {
    byte[] token = code.token();
    try {
      return new Asking(
          Asking.Purpose.ENTRY,
          session.item().code(),
          session.item().version(),
          Optional.empty(),
          session.dossier().consents(),
          Map.of(
              "code", code.kind().name(), "token", new String(token, StandardCharsets.US_ASCII)));
    } finally {
      Arrays.fill(token, (byte) 0);
    }
  }

  /** The scanner saw something that is no such code, or was shown before, or failed. */
  void fault(Session session, FaultCode fault) {
    switch (fault) {
      case BUSY -> {
        // The next beat looks again.
      }
      case CODE_REFUSED -> problem(session, FlowFault.device(fault, 0, offered()));
      default -> scannerFailed(session, fault);
    }
  }

  private void scannerFailed(Session session, FaultCode fault) {
    LOG.warn("Code scanner: {} ({}), a technician must look at it", fault, fault.code());
    problem(session, FlowFault.codeScanner(fault, List.of("card-retry", "help", "end")));
  }

  /** The platform answered. */
  void answered(Session session, Redemption redemption) {
    if (redemption.holder().isPresent()) {
      tools.ports().audit().record(Records.redeemed(session, AuditResult.DONE));
      entrance.enter(session, redemption.holder().get());
      return;
    }
    Redemption.Refusal why = redemption.refusal().orElseThrow();
    tools.ports().audit().record(Records.refusedCode(session, why));
    trouble(
        session,
        switch (why) {
          case USED -> FlowFault.CODE_USED;
          case EXPIRED -> FlowFault.CODE_EXPIRED;
          case UNKNOWN -> FlowFault.CODE_UNKNOWN;
        });
  }

  /** The platform did not answer in time. */
  void unanswered(Session session) {
    tools.ports().audit().record(Records.redeemed(session, AuditResult.FAILED));
    trouble(session, FlowFault.CODE_NO_LINE);
  }

  private void trouble(Session session, FlowFault fault) {
    problem(session, fault.problem(0, offered().toArray(String[]::new)));
  }

  private static List<String> offered() {
    return List.of("use-code", "card-retry", "help", "end");
  }

  private void problem(Session session, Problem problem) {
    tools.journey().problem(session, SessionState.CODE_PROBLEM, problem);
  }
}
