package egov.kiosk.flow.step;

import egov.kiosk.domain.citizen.Consent;
import egov.kiosk.domain.device.DocumentPage;
import egov.kiosk.domain.inquiry.AnswerFile;
import egov.kiosk.domain.inquiry.Asking;
import egov.kiosk.domain.inquiry.Inquiries;
import egov.kiosk.domain.inquiry.InquiryAnswer;
import egov.kiosk.domain.inquiry.InquiryException;
import egov.kiosk.domain.picture.JpegJudge;
import egov.kiosk.domain.picture.PictureRefusedException;
import egov.kiosk.domain.picture.PictureSize;
import egov.kiosk.domain.transaction.Material;
import egov.kiosk.flow.session.Errand;
import egov.kiosk.flow.session.Floor;
import egov.kiosk.flow.session.Session;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for an address, and then every few seconds for the photo, until it is here or nobody waits.
 * What comes is judged before any decoder sees it, as what a camera takes is.
 */
final class PhoneLook extends Errand {
  private static final Logger LOG = LoggerFactory.getLogger(PhoneLook.class);
  private static final Duration LONGEST = Duration.ofSeconds(8);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final JpegJudge JUDGE = new JpegJudge(DocumentPage.MOST_BYTES, 8192, 8192);

  private final PhoneStep step;
  private final Inquiries platform;
  private final Material material;
  private final String itemCode;
  private final String itemVersion;
  private final List<Consent> consents;

  PhoneLook(Session session, Floor floor, PhoneStep step, Inquiries platform, Material material) {
    super(session, floor);
    this.step = step;
    this.platform = platform;
    this.material = material;
    itemCode = session.item().code();
    itemVersion = session.item().version();
    consents = session.dossier().consents();
  }

  @Override
  public void run() throws InterruptedException {
    try (PhotoParts parts = new PhotoParts()) {
      InquiryAnswer opened = ask(Map.of("step", "open"));
      String code = value(opened, "code");
      String url = value(opened, "url");
      if (code.isEmpty() || !url.matches("https?://[!-~]{4,280}")) {
        done(() -> step.lost(session(), material));
        return;
      }
      meanwhile(() -> step.opened(session(), material, url));
      collect(code, parts);
      ask(Map.of("step", "close", "code", code));
      byte[] photo = parts.whole();
      PictureSize size = JUDGE.judge(photo);
      DocumentPage page = new DocumentPage(photo.clone(), size.width(), size.height(), Set.of());
      if (!done(() -> step.came(session(), material, page))) {
        page.close();
      }
    } catch (InquiryException | PictureRefusedException e) {
      LOG.warn("No page came from a telephone: {}", e.getMessage());
      done(() -> step.lost(session(), material));
    }
  }

  /** Waits for the first part, then takes the others. */
  private void collect(String code, PhotoParts collected)
      throws InquiryException, InterruptedException {
    int part = 0;
    int parts = 1;
    while (part < parts) {
      InquiryAnswer answer =
          ask(Map.of("step", "fetch", "code", code, "part", String.valueOf(part)));
      try (AnswerFile file = answer.file()) {
        if (file.parts() == 0 || file.part() != part) {
          Thread.sleep(PAUSE.toMillis());
        } else {
          collected.add(file.bytes());
          parts = file.parts();
          part++;
        }
      }
    }
  }

  private InquiryAnswer ask(Map<String, String> parameters) throws InquiryException {
    return platform.ask(
        new Asking(
            Asking.Purpose.HANDOVER, itemCode, itemVersion, Optional.empty(), consents, parameters),
        LONGEST);
  }

  private static String value(InquiryAnswer answer, String label) {
    return answer.rows().stream()
        .filter(row -> row.label().equals(label))
        .map(InquiryAnswer.Row::value)
        .findFirst()
        .orElse("");
  }

  @Override
  public void failed() {
    done(() -> step.lost(session(), material));
  }
}
