package egov.kiosk.flow.desk;

/**
 * The page on which the citizen signs, or confirms.
 *
 * @param sentence what is stood for, in Chinese; its digest goes into the transaction
 * @param given whether that was done, so that only handing in is left
 */
public record SignView(String sentence, boolean given) {}
