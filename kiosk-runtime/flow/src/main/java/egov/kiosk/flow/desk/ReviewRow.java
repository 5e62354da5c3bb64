package egov.kiosk.flow.desk;

/**
 * One row to check before handing in; identifying values are masked.
 *
 * @param labelEnglish the label in English; empty where the item has none
 * @param valueEnglish the value in English, where it is a choice of the item or words of ours;
 *     empty for what somebody wrote
 */
public record ReviewRow(
    String id,
    String label,
    String labelEnglish,
    String value,
    String valueEnglish,
    boolean editable) {}
