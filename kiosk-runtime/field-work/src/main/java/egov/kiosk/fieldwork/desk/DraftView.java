package egov.kiosk.fieldwork.desk;

import egov.kiosk.domain.transaction.Choice;
import java.util.List;
import java.util.Map;

/**
 * Something being written. What the worker typed is there in full; of what is known of the
 * household only what may be shown to anybody.
 *
 * @param title how the worker knows it
 * @param household its id or empty
 * @param answers what was typed
 * @param known the household's fields as far as they are nobody's: address, use, remark
 * @param people who lives there, masked, as it will be after this draft
 * @param numbers how typed ID numbers fail, by field
 * @param questions of a form of the catalogue, in order
 * @param slots where photos go: {@code photo}, or materials of the form
 * @param pieces names of photos, voice note and signature
 * @param consent {@code NONE}, {@code GIVEN} or {@code REFUSED}
 * @param consentText the wording for the resident; empty where none is asked
 * @param signs whether a resident signs it
 * @param signed whether there is a signature
 * @param missing what must be there before it can be handed in
 * @param handedIn its number once it is handed in, or empty
 * @param points how many points a patrol has
 * @param reader whether people's cards can be read here
 * @param fresh whether it takes up a household that is on no list yet
 */
public record DraftView(
    String id,
    String kind,
    String title,
    String household,
    Map<String, String> answers,
    Map<String, String> known,
    List<PersonLine> people,
    Map<String, NumberProblem> numbers,
    List<Question> questions,
    List<Slot> slots,
    List<String> pieces,
    String consent,
    String consentText,
    boolean signs,
    boolean signed,
    List<String> missing,
    String handedIn,
    int points,
    boolean reader,
    boolean fresh) {
  public DraftView {
    answers = Map.copyOf(answers);
    known = Map.copyOf(known);
    people = List.copyOf(people);
    numbers = Map.copyOf(numbers);
    questions = List.copyOf(questions);
    slots = List.copyOf(slots);
    pieces = List.copyOf(pieces);
    missing = List.copyOf(missing);
  }

  /** Somebody, masked. */
  public record PersonLine(
      int index, String name, String number, String relation, List<String> tags, boolean changed) {
    public PersonLine {
      tags = List.copyOf(tags);
    }
  }

  /**
   * Why an ID number is none.
   *
   * @param code {@code LENGTH} or {@code CHARACTER} or {@code DATE} or {@code CHECK}
   * @param position the character it is about from 1, or how many there are
   */
  public record NumberProblem(String code, int position) {}

  /**
   * A question of a form of the catalogue.
   *
   * @param kind as the catalogue calls it: {@code TEXT}, {@code CHOICE} and so on
   */
  public record Question(
      String id,
      String label,
      String labelEnglish,
      String hint,
      String kind,
      boolean required,
      int maxLength,
      List<Choice> choices) {
    public Question {
      choices = List.copyOf(choices);
    }
  }

  /** Where photos go. */
  public record Slot(String id, String label, boolean required) {}
}
