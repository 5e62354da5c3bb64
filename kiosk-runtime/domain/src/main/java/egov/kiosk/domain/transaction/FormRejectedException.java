package egov.kiosk.domain.transaction;

import java.util.List;

/** Answers that do not fit the form; the citizen corrects them and nothing typed is lost. */
public final class FormRejectedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<FieldError> errors;

  public FormRejectedException(List<FieldError> errors) {
    super(errors.size() + " answers do not fit the form");
    this.errors = List.copyOf(errors);
  }

  /** What is wrong, in the order of the questions; not empty. */
  public List<FieldError> errors() {
    return errors;
  }
}
