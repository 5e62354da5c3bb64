package egov.kiosk.flow;

import egov.kiosk.domain.transaction.Choice;
import egov.kiosk.domain.transaction.FieldKind;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.MaterialsView;
import egov.kiosk.flow.desk.MaterialsView.Wanted;
import egov.kiosk.flow.desk.Page;
import egov.kiosk.flow.desk.QuestionView;
import egov.kiosk.flow.desk.SessionView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/** A citizen who does whatever the page asks for, knowing nothing of the item. */
final class Walker {
  private final Hall hall;
  private final List<Page> pages = new ArrayList<>();

  Walker(Hall hall) {
    this.hall = hall;
  }

  /** From the first page to the last one before leaving; the pages on the way. */
  List<Page> walk(String itemCode) throws DeskException {
    hall.id = hall.desk.begin(itemCode).id();
    while (pages.size() < 20) {
      Page page = settled();
      pages.add(page);
      if (page == Page.ACCEPTED || page == Page.GUIDE || page == Page.RESULT) {
        return pages;
      }
      step(page);
    }
    throw new AssertionError("never ends: " + pages);
  }

  private Page settled() {
    await(() -> !busy());
    return hall.page();
  }

  private boolean busy() {
    SessionView view = hall.view();
    Page before = pages.isEmpty() ? null : pages.get(pages.size() - 1);
    boolean reading = view.page() == Page.PLACE_CARD;
    boolean looking = view.page() == Page.CAMERA && before == Page.CAMERA;
    return reading || looking;
  }

  private void step(Page page) throws DeskException {
    SessionView view = hall.view();
    switch (page) {
      case CONSENT -> act(new Action.Consent(true, view.consent().version()));
      case FACE_CONSENT -> act(new Action.FaceConsent(true, view.consent().version()));
      case CAMERA -> act(new Action.FaceStart());
      case ALTERNATIVE -> act(new Action.StaffCheck("S-7", HallPorts.PIN));
      case FORM -> act(new Action.Form(answers(view), false));
      case MATERIALS -> materials(view);
      case RETRIEVAL_CONSENT -> act(new Action.RetrievalConsent(true, view.consent().version()));
      case CONFIRM -> act(signs() ? new Action.Continue() : new Action.Submit());
      case SIGN -> {
        act(new Action.Assent());
        act(new Action.Submit());
      }
      default -> throw new AssertionError(page + " " + view.problem());
    }
  }

  private boolean signs() {
    return hall.catalogue().item(hall.view().item().code()).orElseThrow().signed();
  }

  private void act(Action action) throws DeskException {
    hall.desk.act(hall.id, action);
  }

  private static Map<String, String> answers(SessionView view) {
    Map<String, String> answers = new HashMap<>();
    for (QuestionView question : view.form().questions()) {
      if (!question.fromCard()) {
        answers.put(question.id(), answer(question.kind(), question.choices()));
      }
    }
    return answers;
  }

  private static String answer(FieldKind kind, List<Choice> choices) {
    return switch (kind) {
      case TEXT -> "甲";
      case PHONE -> Samples.PHONE;
      case CHOICE -> choices.get(choices.size() - 1).value();
      case DATE -> "2026-11-20";
      case NUMBER -> "7";
    };
  }

  private static void await(Callable<Boolean> reached) {
    Awaitility.await().pollInterval(Duration.ofMillis(10)).until(reached);
  }

  private void materials(SessionView view) throws DeskException {
    for (Wanted wanted : view.materials().list()) {
      if (wanted.later()) {
        act(new Action.BringLater(wanted.id(), true));
      } else {
        await(() -> hall.view().materials().camera() == MaterialsView.CameraState.READY);
        act(new Action.PageTake(wanted.id()));
        await(() -> hall.view().materials().shot() != null);
        act(new Action.PageKeep());
      }
    }
    act(new Action.Continue());
  }
}
