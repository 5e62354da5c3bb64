package egov.kiosk.flow.view;

import egov.kiosk.domain.inquiry.InquiryAnswer;
import egov.kiosk.domain.inquiry.Standing;
import egov.kiosk.domain.transaction.ServiceItem;
import egov.kiosk.flow.desk.CertificateState;
import egov.kiosk.flow.desk.SessionView;
import egov.kiosk.flow.session.Acceptance;
import egov.kiosk.flow.session.Session;
import egov.kiosk.flow.session.SheetCopy;
import egov.kiosk.flow.surroundings.Ports;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Draws what the platform's books say. Stateless. */
public final class ResultViews {
  private ResultViews() {}

  /** What the screen shows: sensitive values masked, but for the seconds they were asked for. */
  static SessionView.Result of(Session session, Ports ports, ZoneId zone) {
    Acceptance acceptance = session.acceptance();
    InquiryAnswer answer = acceptance.answer();
    return new SessionView.Result(
        answer.rows().stream().map(row -> row(row, session.revealed())).toList(),
        answer.asOf(),
        acceptance.slip(),
        acceptance.slipFault(),
        answer.rows().stream().anyMatch(InquiryAnswer.Row::sensitive),
        session.revealed(),
        answer.wanted().stream()
            .map(paper -> new SessionView.Result.Row(paper.label(), paper.hint()))
            .toList(),
        wantsPapers(session, ports),
        acceptance.told() == null ? null : told(acceptance.told(), zone),
        session.item().printedHere() ? acceptance.certificate().state() : null,
        copy(session));
  }

  /** Whether papers are wanted that can be taken in here now. */
  public static boolean wantsPapers(Session session, Ports ports) {
    return !session.acceptance().answer().wanted().isEmpty() && ports.canTakePapers();
  }

  /** What can be printed on this page and what became of it; null when nothing can. */
  public static SessionView.Copy copy(Session session) {
    SheetCopy copy = session.acceptance().copy();
    ServiceItem item = session.item();
    return switch (session.state()) {
      case RESULT ->
          session.acceptance().certificate().state() == CertificateState.HERE
              ? new SessionView.Copy(item.name(), item.nameEnglish(), copy.state(), copy.fault())
              : null;
      default ->
          item.copy()
              .map(
                  sheet ->
                      new SessionView.Copy(
                          sheet.title(), sheet.titleEnglish(), copy.state(), copy.fault()))
              .orElse(null);
    };
  }

  private static SessionView.Told told(Standing last, ZoneId zone) {
    return new SessionView.Told(
        last.stage(), moment(last.since(), zone), moment(last.toldAt(), zone));
  }

  private static String moment(Instant instant, ZoneId zone) {
    return LocalDateTime.ofInstant(instant, zone).truncatedTo(ChronoUnit.MINUTES).toString();
  }

  private static SessionView.Result.Row row(InquiryAnswer.Row row, boolean revealed) {
    boolean hidden = row.sensitive() && !revealed;
    return new SessionView.Result.Row(row.label(), hidden ? Masks.of(row.value()) : row.value());
  }
}
