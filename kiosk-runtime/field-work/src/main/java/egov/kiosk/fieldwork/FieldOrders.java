package egov.kiosk.fieldwork;

import egov.kiosk.domain.field.FieldException;
import egov.kiosk.domain.field.GridCell;
import egov.kiosk.domain.fleet.CommandHandler;
import egov.kiosk.domain.fleet.CommandResult;
import java.util.Map;

/**
 * The command {@code field-work}: tasks, households and the life of events for this tablet's grid.
 * One that speaks of any other grid is refused as a whole.
 */
public final class FieldOrders implements CommandHandler {
  /** How the platform calls it. */
  public static final String NAME = "field-work";

  private final GridCell grid;
  private final FieldWork work;

  /**
   * @param grid the one grid this tablet is for
   */
  public FieldOrders(GridCell grid, FieldWork work) {
    this.grid = grid;
    this.work = work;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public CommandResult run(Map<String, String> arguments) {
    try {
      FieldOrder order = OrderReader.read(arguments);
      if (!grid.code().equals(arguments.get("grid"))) {
        throw new FieldOrder.OtherGridException();
      }
      order.requireGrid(grid);
      work.take(order);
      return CommandResult.done(
          order.tasks().size() + " tasks, " + order.houses().size() + " households");
    } catch (FieldOrder.OtherGridException e) {
      return CommandResult.failed("OTHER_GRID: this tablet is for another grid; nothing was kept");
    } catch (IllegalArgumentException e) {
      return CommandResult.failed("MALFORMED: " + e.getMessage());
    } catch (FieldException e) {
      return CommandResult.failed(e.reason() + ": not all of it could be kept; send it again");
    }
  }
}
