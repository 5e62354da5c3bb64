package egov.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egov.kiosk.domain.citizen.IdCard;
import egov.kiosk.domain.citizen.PersonName;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A name with a character no font draws is kept as it is, and its owner is told so. */
class RareNameTest {
  private static final String SENTENCE = "姓名含特殊字，已按证件原样记录";

  @TempDir Path state;

  private static IdCard named(String name) {
    IdCard card = Samples.card();
    return new IdCard(
        card.layout(),
        new PersonName(name),
        card.latinName(),
        card.sex(),
        card.nationality(),
        card.birthDate(),
        card.address(),
        card.number(),
        card.issuer(),
        card.validFrom(),
        card.validUntil(),
        card.portrait());
  }

  @ParameterizedTest
  @CsvSource({"张\uE5E5, true", "张\uDB80\uDC00, true", "张标记, false", "𠮷䶮, false"})
  void name_saidToBeKeptAsItIs_onlyWhereNoFontHasIt(String name, boolean rare)
      throws DeskException {
    Hall hall = new Hall(state);
    hall.reader.card = named(name);
    hall.begin(Samples.SENIOR);
    hall.act(new Action.Consent(true, "data-1"));
    assertEquals(Page.CONFIRM, hall.page());
    assertEquals(rare, hall.view().citizen().rareName());
    hall.act(new Action.Submit());
    assertEquals(name, hall.queue.sealed.get(0).citizen().orElseThrow().shown().name().value());
    hall.act(new Action.Print());
    assertEquals(rare, hall.printer.words().contains(SENTENCE), hall.printer.words());
  }
}
