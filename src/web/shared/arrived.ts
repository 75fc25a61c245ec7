/** The one place in the browser where a view comes to life: what arrived is what was disclosed. */
import { View, type ViewJson } from '#core/audience/view';

/** The view of what came from the server, on the page or in a worker of it. */
export function arrived(json: ViewJson): View {
  return View.from(json);
}
