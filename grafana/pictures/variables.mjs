/** The values of a dashboard's variables: those given, else the JSON's own, else everything. */
export class Variables {
  constructor(dashboard, assignments) {
    this.values = new Map(dashboard.templating.list.map((each) => [each.name, preset(each)]));
    for (const assignment of assignments) {
      const at = assignment.indexOf('=');
      this.values.set(assignment.slice(0, at), assignment.slice(at + 1));
    }
  }

  /** The text with every $name and ${name} replaced. */
  in(text) {
    return text.replace(/\$\{?([a-z]+)\}?/g, (whole, name) => this.values.get(name) ?? whole);
  }

  /** Name and value of every variable that a reader can choose. */
  chosen(dashboard) {
    return dashboard.templating.list
      .filter((each) => each.type === 'query')
      .map((each) => [each.label, this.values.get(each.name) === '.*' ? 'All' : this.values.get(each.name)]);
  }
}

function preset(variable) {
  const value = variable.current?.value;
  if (value === '$__all') {
    return variable.allValue;
  }
  return value ?? variable.query ?? '';
}
