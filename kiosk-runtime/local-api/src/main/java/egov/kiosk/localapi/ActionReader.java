package egov.kiosk.localapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import egov.kiosk.domain.citizen.ShownLanguage;
import egov.kiosk.domain.device.CodeKind;
import egov.kiosk.domain.transaction.RatingReason;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.Ink;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads an action from its name and JSON body. Unknown or missing members are refused. */
final class ActionReader {
  private static final int MAX_ANSWERS = 200;

  /**
   * Reads an action.
   *
   * @param name the last part of the request path
   * @param body the request's JSON object
   * @return the action, or empty when there is none of that name
   * @throws IOException when the body does not fit the action
   */
  Optional<Action> read(String name, ObjectNode body) throws IOException {
    Members members = new Members(body);
    Action action =
        switch (name) {
          case "consent" -> new Action.Consent(members.flag("accept"), members.text("version"));
          case "card-retry" -> new Action.CardRetry();
          case "use-code" -> new Action.UseCode();
          case "show-code" -> new Action.ShowCode(members.codeKind("kind"));
          case "face-consent" ->
              new Action.FaceConsent(members.flag("accept"), members.text("version"));
          case "face-start" -> new Action.FaceStart();
          case "other-way" -> new Action.OtherWay();
          case "staff-check" -> new Action.StaffCheck(members.text("badge"), members.text("pin"));
          case "form" ->
              new Action.Form(members.answers("values"), members.optionalFlag("partial"));
          case "page-take" -> new Action.PageTake(members.text("material"));
          case "page-keep" -> new Action.PageKeep();
          case "page-drop" -> new Action.PageDrop();
          case "page-remove" -> new Action.PageRemove(members.text("page"));
          case "bring-later" ->
              new Action.BringLater(members.text("material"), members.flag("later"));
          case "sign" -> new Action.Sign(members.ink());
          case "assent" -> new Action.Assent();
          case "print-copy" -> new Action.PrintCopy();
          case "copy-seen" -> new Action.CopySeen(members.flag("came"));
          case "change" -> new Action.Change(members.text("row"));
          case "back" -> new Action.Back();
          case "submit" -> new Action.Submit();
          case "leave-here" -> new Action.Submit(true);
          case "retrieval-consent" ->
              new Action.RetrievalConsent(members.flag("accept"), members.text("version"));
          case "use-licence" ->
              new Action.UseLicence(members.text("material"), members.flag("use"));
          case "phone-open" -> new Action.PhoneOpen(members.text("material"));
          case "supplement" -> new Action.Supplement();
          case "reveal" -> new Action.Reveal();
          case "print" -> new Action.Print();
          case "continue" -> new Action.Continue();
          case "rating" -> new Action.Rate(members.level("level"));
          case "rating-reason" -> new Action.RateReason(members.reason("reason"));
          case "card-taken" -> new Action.CardTaken();
          case "help" -> new Action.Help();
          case "touch" -> new Action.Touch();
          case "end" -> new Action.End();
          default -> null;
        };
    members.expectAllRead();
    return Optional.ofNullable(action);
  }

  /**
   * Takes the page's language out of any action's body.
   *
   * @return the language, or empty when the page did not say
   * @throws IOException when it is none of ours
   */
  static Optional<ShownLanguage> language(ObjectNode body) throws IOException {
    JsonNode said = body.remove("language");
    if (said == null) {
      return Optional.empty();
    }
    return switch (said.asText()) {
      case "zh" -> Optional.of(ShownLanguage.ZH);
      case "en" -> Optional.of(ShownLanguage.EN);
      default -> throw new IOException("language must be zh or en");
    };
  }

  /** The members of a body, each read once. */
  private static final class Members {
    private final ObjectNode rest;

    Members(ObjectNode body) {
      this.rest = body.deepCopy();
    }

    boolean flag(String name) throws IOException {
      JsonNode node = rest.remove(name);
      if (node == null || !node.isBoolean()) {
        throw new IOException(name + " must be true or false");
      }
      return node.booleanValue();
    }

    boolean optionalFlag(String name) throws IOException {
      return rest.has(name) && flag(name);
    }

    String text(String name) throws IOException {
      JsonNode node = rest.remove(name);
      if (node == null || !node.isTextual()) {
        throw new IOException(name + " must be a string");
      }
      return node.textValue();
    }

    CodeKind codeKind(String name) throws IOException {
      try {
        return CodeKind.valueOf(text(name));
      } catch (IllegalArgumentException e) {
        throw new IOException(name + " must be a kind of code", e);
      }
    }

    /** One of the reasons; null for a null. */
    RatingReason.Code reason(String name) throws IOException {
      if (rest.path(name).isNull()) {
        rest.remove(name);
        return null;
      }
      try {
        return RatingReason.Code.valueOf(text(name));
      } catch (IllegalArgumentException e) {
        throw new IOException(name + " must be a reason", e);
      }
    }

    Ink ink() throws IOException {
      return InkReader.read(whole("width"), whole("height"), rest.remove("strokes"));
    }

    private int whole(String name) throws IOException {
      JsonNode node = rest.remove(name);
      if (node == null || !node.isInt()) {
        throw new IOException(name + " must be a whole number");
      }
      return node.intValue();
    }

    int level(String name) throws IOException {
      JsonNode node = rest.remove(name);
      if (node == null || !node.isInt() || node.intValue() < 0 || node.intValue() > 5) {
        throw new IOException(name + " must be a whole number of 0 to 5");
      }
      return node.intValue();
    }

    Map<String, String> answers(String name) throws IOException {
      JsonNode node = rest.remove(name);
      if (!(node instanceof ObjectNode object) || object.size() > MAX_ANSWERS) {
        throw new IOException(name + " must be an object of answers");
      }
      Map<String, String> answers = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        if (!member.getValue().isTextual()) {
          throw new IOException("every answer must be a string");
        }
        answers.put(member.getKey(), member.getValue().textValue());
      }
      return answers;
    }

    void expectAllRead() throws IOException {
      if (!rest.isEmpty()) {
        throw new IOException("the body has members this action does not know");
      }
    }
  }
}
