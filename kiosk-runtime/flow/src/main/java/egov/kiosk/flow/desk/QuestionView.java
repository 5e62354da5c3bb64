package egov.kiosk.flow.desk;

import egov.kiosk.domain.transaction.Choice;
import egov.kiosk.domain.transaction.FieldKind;
import java.util.List;

/**
 * One question of a form as the screen asks it. English texts are empty where the item has none.
 *
 * @param value what was answered, or what card or platform say, masked; NONE for no phone
 * @param noPhone whether "I have no phone" is an answer to it
 * @param phoneNeeded why it takes a phone, and where else to go; empty when it does not
 */
public record QuestionView(
    String id,
    String label,
    String labelEnglish,
    String hint,
    String hintEnglish,
    FieldKind kind,
    boolean required,
    int maxLength,
    List<Choice> choices,
    String value,
    boolean fromCard,
    boolean fromPlatform,
    boolean noPhone,
    String phoneNeeded,
    String phoneNeededEnglish) {}
