package egov.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.inquiry.AnswerFile;
import egov.kiosk.domain.inquiry.Asking;
import egov.kiosk.domain.inquiry.Inquiries;
import egov.kiosk.domain.inquiry.InquiryAnswer;
import egov.kiosk.domain.inquiry.InquiryException;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.Page;
import egov.kiosk.flow.desk.SessionView.HandoverState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page from the citizen's telephone, with the real session thread. */
class PhoneTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path state;
  private final SessionThread thread = new SessionThread();
  private final Telephone telephone = new Telephone();
  private Hall hall;

  /** The platform with a telephone behind it: the photo comes in two parts. */
  private static final class Telephone implements Inquiries {
    private volatile byte[] photo = new byte[0];
    private volatile String url = "https://upload.example/u/abc";
    private volatile boolean closed;
    private final List<AnswerFile> given = new CopyOnWriteArrayList<>();

    @Override
    public InquiryAnswer ask(Asking question, Duration timeout) throws InquiryException {
      Map<String, String> parameters = question.parameters();
      return switch (parameters.get("step")) {
        case "open" ->
            new InquiryAnswer(
                List.of(new InquiryAnswer.Row("code", "abc"), new InquiryAnswer.Row("url", url)),
                "");
        case "fetch" -> part(Integer.parseInt(parameters.get("part")));
        default -> {
          closed = true;
          yield InquiryAnswer.NOTHING;
        }
      };
    }

    private InquiryAnswer part(int part) {
      byte[] whole = photo;
      if (whole.length == 0) {
        return InquiryAnswer.NOTHING;
      }
      int half = whole.length / 2;
      byte[] bytes =
          part == 0 ? Arrays.copyOf(whole, half) : Arrays.copyOfRange(whole, half, whole.length);
      AnswerFile file = new AnswerFile(bytes, part, 2);
      given.add(file);
      return new InquiryAnswer(List.of(), "", Map.of(), List.of(), List.of(), file);
    }
  }

  @BeforeEach
  void open() throws DeskException {
    hall = new Hall(state, thread);
    hall.books = Optional.of(telephone);
    hall.begin(Papers.DEED);
  }

  @AfterEach
  void close() {
    thread.close();
  }

  private void await(HandoverState wanted) {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> hall.view().handover() != null && hall.view().handover().state() == wanted);
  }

  @Test
  void photo_comesInParts_isLookedAtAndKept() throws DeskException {
    hall.desk.act(hall.id, new Action.PhoneOpen("deed"));
    await(HandoverState.WAITING);
    assertEquals("https://upload.example/u/abc", hall.view().handover().url());
    byte[] jpeg = PaperFakes.jpeg(800, 600);
    telephone.photo = jpeg;
    Awaitility.await().atMost(PATIENCE).until(() -> hall.page() == Page.MATERIALS);
    String key = hall.view().materials().shot().key();
    assertArrayEquals(jpeg, hall.desk.page(hall.id, key).orElseThrow());
    assertTrue(telephone.closed);
    for (AnswerFile part : telephone.given) {
      assertArrayEquals(new byte[part.bytes().length], part.bytes(), "overwritten after use");
    }
    hall.desk.act(hall.id, new Action.PageKeep());
    hall.desk.act(hall.id, new Action.Continue());
    assertEquals(Page.CONFIRM, hall.page());
  }

  @Test
  void noPicture_saidSo_andBackToThePapers() throws DeskException {
    telephone.photo = new byte[] {1, 2, 3, 4, 5, 6};
    hall.desk.act(hall.id, new Action.PhoneOpen("deed"));
    await(HandoverState.FAILED);
    hall.desk.act(hall.id, new Action.Back());
    assertEquals(Page.MATERIALS, hall.page());
  }

  @Test
  void addressThatIsNone_neverShown() throws DeskException {
    telephone.url = "javascript:alert(1)";
    hall.desk.act(hall.id, new Action.PhoneOpen("deed"));
    await(HandoverState.FAILED);
  }

  @Test
  void goneBack_whatComesLaterIsDropped() throws DeskException {
    hall.desk.act(hall.id, new Action.PhoneOpen("deed"));
    await(HandoverState.WAITING);
    hall.desk.act(hall.id, new Action.Back());
    telephone.photo = PaperFakes.jpeg(800, 600);
    Awaitility.await().atMost(PATIENCE).until(() -> hall.view().materials().camera() != null);
    assertNull(hall.view().materials().shot());
  }

  @Test
  void noLine_notOffered() {
    hall.online = false;
    assertThrows(DeskException.class, () -> hall.desk.act(hall.id, new Action.PhoneOpen("deed")));
  }
}
