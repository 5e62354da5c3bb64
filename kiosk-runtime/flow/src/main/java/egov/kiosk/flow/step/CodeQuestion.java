package egov.kiosk.flow.step;

import egov.kiosk.domain.inquiry.Asking;
import egov.kiosk.domain.inquiry.Inquiries;
import egov.kiosk.domain.inquiry.InquiryException;
import egov.kiosk.domain.inquiry.Redemption;
import egov.kiosk.flow.session.Errand;
import egov.kiosk.flow.session.Floor;
import egov.kiosk.flow.session.Session;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the platform whose a code is, called back when the citizen goes elsewhere. */
final class CodeQuestion extends Errand {
  private static final Logger LOG = LoggerFactory.getLogger(CodeQuestion.class);
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final CodeStep step;
  private final Inquiries platform;
  private final Asking asking;

  CodeQuestion(Session session, Floor floor, CodeStep step, Inquiries platform, Asking asking) {
    super(session, floor);
    this.step = step;
    this.platform = platform;
    this.asking = asking;
  }

  @Override
  public void run() {
    try {
      Redemption redemption = Redemption.in(platform.ask(asking, LONGEST));
      done(() -> step.answered(session(), redemption));
    } catch (InquiryException e) {
      LOG.warn("Nobody said whose a code is, item {}: {}", asking.itemCode(), e.reason());
      done(() -> step.unanswered(session()));
    }
  }

  @Override
  public void failed() {
    done(() -> step.unanswered(session()));
  }
}
