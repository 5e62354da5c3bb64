package egov.kiosk.fieldwork;

import egov.kiosk.domain.field.DraftKind;
import egov.kiosk.domain.rest.WithoutKeys;
import egov.kiosk.fieldwork.desk.DraftView;
import egov.kiosk.fieldwork.desk.FieldDesk.Beginning;
import egov.kiosk.fieldwork.store.PosixDisk;
import java.nio.file.Path;
import java.util.Optional;

/** Types one character after the other and says each that was kept, until it is killed. */
final class TypeForever {
  private TypeForever() {}

  public static void main(String[] arguments) throws Exception {
    Tablet tablet = Tablet.on(new PosixDisk(), Path.of(arguments[0]), new WithoutKeys());
    DraftView draft =
        tablet.work.today(Tablet.WORKER).drafts().isEmpty()
            ? tablet.work.begin(
                Tablet.WORKER,
                new Beginning(
                    DraftKind.EVENT, Optional.empty(), Optional.empty(), Optional.empty()))
            : tablet.work.draft(
                Tablet.WORKER, tablet.work.today(Tablet.WORKER).drafts().get(0).id());
    int from = Integer.parseInt(draft.answers().getOrDefault("text", "0"));
    for (int i = from + 1; ; i++) {
      tablet.work.answer(Tablet.WORKER, draft.id(), "text", Integer.toString(i));
      System.out.println("kept " + i);
    }
  }
}
