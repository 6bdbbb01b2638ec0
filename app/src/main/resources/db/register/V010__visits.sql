-- By when the police are to see the person next, and at which level of risk of their own plan.
ALTER TABLE register.entry ADD COLUMN visit_due date;
ALTER TABLE register.entry ADD COLUMN visit_risk text;
